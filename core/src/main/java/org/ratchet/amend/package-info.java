/** Instructions become operations, and operations the amended regulation. */
package org.ratchet.amend;
