/** A vault that another process has unlocked, used as if it were this one's. */
package io.keyarbor.agent.client;
