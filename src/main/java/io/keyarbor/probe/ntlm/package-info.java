/** NTLM version 2 (MS-NLMP), for Windows servers that know no other way to prove a password. */
package io.keyarbor.probe.ntlm;
