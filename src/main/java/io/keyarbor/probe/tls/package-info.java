/** Whom a test trusts, and how it shows a certificate of its own. */
package io.keyarbor.probe.tls;
