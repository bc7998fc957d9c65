/** Which clause answers to which, and what changed in it. */
package org.ratchet.diff;
