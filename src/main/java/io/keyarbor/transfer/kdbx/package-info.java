/**
 * KeePass databases: KDBX 3.1 and 4, read and written as streams.
 *
 * <p>Source of facts: what KeePassXC 2.7.4 and kdbxweb 2.1.1 write and accept, which tests hold.
 */
package io.keyarbor.transfer.kdbx;
