/** A comparison written down: terminal text, Markdown, JSON. */
package org.ratchet.report;
