/** Blocks become a document of the field: a rule, or a regulation on a date. */
package org.ratchet.document;
