package org.ratchet.document;

/**
 * Where a document came from.
 *
 * @param name path or name of the source
 * @param sha256 hash of its bytes, 64 hexadecimal digits
 * @param mediaType what the bytes are
 */
public record Provenance(String name, String sha256, String mediaType) {}
