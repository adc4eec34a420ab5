/** Logs in at directories. */
package io.keyarbor.probe.transport.ldap;
