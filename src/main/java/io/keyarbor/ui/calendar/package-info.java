/** When credentials expire, by months; {@code ExpiryCalendar} is plain Java. */
package io.keyarbor.ui.calendar;
