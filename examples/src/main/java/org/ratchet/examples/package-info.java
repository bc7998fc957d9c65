/** Small programs, one for each question an embedder asks. */
@org.jspecify.annotations.NullMarked
package org.ratchet.examples;
