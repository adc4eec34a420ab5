/** Reads answers: what they hold, what they mean for the secret, what they tell besides. */
package io.keyarbor.probe.answer;
