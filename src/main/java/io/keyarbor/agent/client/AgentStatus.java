package io.keyarbor.agent.client;

/**
 * How it is with an agent.
 *
 * @param pid of its process
 * @param clients how many connections it has, this one among them
 * @param vaultName what the person called its vault
 */
public record AgentStatus(long pid, int clients, String vaultName) {}
