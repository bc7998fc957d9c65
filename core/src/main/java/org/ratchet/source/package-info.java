/** Bytes become typed blocks of text, each with its place in the original. */
package org.ratchet.source;
