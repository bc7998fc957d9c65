/** The words of the field: what a token is, what is noise, and where each word stood. */
package org.ratchet.text;
