/** The {@code ratchet} command: one class a subcommand. */
package org.ratchet.cli;
