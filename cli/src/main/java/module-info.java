/** The {@code ratchet} command. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("requires-automatic")
module org.ratchet.cli {
  requires static org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;
  requires java.logging;
  requires org.ratchet;

  opens org.ratchet.cli to
      info.picocli,
      com.fasterxml.jackson.databind;
}
