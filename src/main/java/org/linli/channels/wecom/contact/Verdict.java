package org.linli.channels.wecom.contact;

import java.time.Duration;
import java.time.Instant;

/// What is to be done about a task now: pure. The numbers are those of the platform's page "获取企业群发成员执行结果".
enum Verdict {
    /// The owner confirmed it: it is sent.
    CONFIRMED,
    FAILED,
    REMIND,
    WAIT;

    /// The owner's client forgets a task by then.
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private static final Duration FIRST_REMINDER = Duration.ofHours(4);
    /// The platform allows three in 24 hours; one each 12 hours bothers less.
    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(12);

    private static final int MOST_REMINDERS = 3;

    static Verdict on(GroupTasks.Task task, int status, Instant now) {
        return switch (status) {
            case 1 -> CONFIRMED;
            case 2, 3 -> FAILED;
            default -> unconfirmed(task, now);
        };
    }

    private static Verdict unconfirmed(GroupTasks.Task task, Instant now) {
        var age = Duration.between(task.createdAt(), now);
        if (age.compareTo(FORGOTTEN_AFTER) > 0) {
            return FAILED;
        }
        var due = FIRST_REMINDER.plus(BETWEEN_REMINDERS.multipliedBy(task.reminders()));
        return task.reminders() < MOST_REMINDERS && age.compareTo(due) >= 0 ? REMIND : WAIT;
    }
}
