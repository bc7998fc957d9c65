/** The facade: read documents and compare them. Start at {@link org.ratchet.Ratchet}. */
package org.ratchet;
