/** What a clause controls, and what a change does to that. */
package org.ratchet.meaning;
