package org.linli.teaching.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.Teachable.Cause;
import org.linli.teaching.Lesson;
import org.linli.teaching.Lessons;
import org.linli.understanding.Explain;
import org.linli.understanding.Intent;
import org.linli.understanding.Reason;

/// Messages that say nearly the same, as the page shows them.
///
/// @param click     names the click that will come, so that it can be taken back
/// @param cause     the end of a key of words
/// @param corrected whether people say so, rather than our own doubt
/// @param suggested a label; `null` without
/// @param choices   the likeliest labels, to be given with one click
public record LessonGroup(
        String click,
        List<Line> lines,
        String cause,
        boolean corrected,
        boolean inGroup,
        String at,
        String guess,
        double confidence,
        @Nullable String suggested,
        List<String> choices,
        List<Reason> why) {

    private static final int CHOICES = 3;
    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    public record Line(String key, String words) {}

    static LessonGroup of(Lessons.Group group, Explain explain) {
        var first = group.first();
        return new LessonGroup(
                UUID.randomUUID().toString(),
                group.lessons().stream()
                        .map(it -> new Line(it.key(), it.words()))
                        .toList(),
                first.cause().name(),
                isCorrection(first.cause()),
                first.inGroup(),
                SPOKEN.format(first.noticedAt()),
                first.guess(),
                first.confidence(),
                first.suggested(),
                choices(first, explain),
                explain.why(first.words(), new Intent(first.guess())));
    }

    private static boolean isCorrection(Cause cause) {
        return switch (cause) {
            case RELABELLED, MISSED, INTERRUPTED -> true;
            case NOT_UNDERSTOOD, UNSURE, NEARLY_HEARD, PASTED -> false;
        };
    }

    /// What staff said first, then what it could have been; chatter has a button of its own.
    private static List<String> choices(Lesson lesson, Explain explain) {
        var likeliest = explain.ranking(lesson.words(), false).stream()
                .map(it -> it.intent().label());
        return Stream.concat(Stream.ofNullable(lesson.suggested()), likeliest)
                .filter(it -> !it.equals(Intent.CHATTER.label()))
                .distinct()
                .limit(CHOICES)
                .toList();
    }

    @Override
    public String toString() {
        return "LessonGroup[" + cause + "]";
    }
}
