package org.ratchet.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.ratchet.Comparison;

/** The comparison as JSON, in the shape of {@link ReportModel}. */
final class JsonReport implements Report {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter WRITER =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  @Override
  public String name() {
    return "json";
  }

  @Override
  public void write(Comparison comparison, Appendable out) throws IOException {
    out.append(WRITER.writeValueAsString(Models.of(comparison))).append('\n');
  }

  /** Reads a report back. */
  static ReportModel read(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, ReportModel.class);
  }
}
