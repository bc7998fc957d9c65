/** The tree of legal text, its addresses and identities. */
package org.ratchet.clause;
