package org.linli.dialogue.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.Line;
import org.linli.dialogue.phrases.Words;

/// What is remembered of one talk: never more than a few dozen kilobytes, and for half an hour only.
///
/// @param forms      unfinished requests; the last one is talked about, the others wait
/// @param pictures   ids of what was sent to a group before anything was said
/// @param lines      what was said last, for the person who takes over
/// @param handedOver `null` while no person is asked for
/// @param done       `null` when nothing was completed lately
/// @param scanned    `null` when no code of a place was scanned lately
public record Conversation(
        List<Form> forms,
        List<Echo> echoes,
        List<String> pictures,
        List<Line> lines,
        @Nullable HandedOver handedOver,
        @Nullable Done done,
        @Nullable Scanned scanned,
        Instant touchedAt) {

    public static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

    private static final Duration PICTURES_WAIT = Duration.ofMinutes(10);

    /// All that one message may tell, who tells it, and what waited before.
    private static final int MOST_FORMS = 8;

    private static final int MOST_PICTURES = 9;
    private static final int MOST_LINES = 12;
    private static final String HIDDEN = "＊";
    private static final int LONGEST_LINE = 200;

    public Conversation {
        forms = last(MOST_FORMS, forms);
        echoes = List.copyOf(echoes);
        pictures = last(MOST_PICTURES, pictures);
        lines = last(MOST_LINES, lines);
    }

    public static Conversation fresh(Instant now) {
        return new Conversation(List.of(), List.of(), List.of(), List.of(), null, null, null, now);
    }

    /// As it stands now: what is too old is gone. A talk that waits for a person is not forgotten before its time.
    public Conversation asOf(Instant now) {
        boolean waits = handedOver != null && !handedOver.isOver(now);
        if (touchedAt.plus(FORGOTTEN_AFTER).isBefore(now)) {
            return waits
                    ? new Conversation(List.of(), List.of(), List.of(), lines, handedOver, null, null, now)
                    : fresh(now);
        }
        var standing = scanned == null || scanned.isOver(now) ? null : scanned;
        var shown = touchedAt.plus(PICTURES_WAIT).isBefore(now) ? List.<String>of() : pictures;
        return new Conversation(forms, echoes, shown, lines, waits ? handedOver : null, done, standing, now);
    }

    public Conversation counting(String said, Instant now) {
        var counted = Echo.counting(echoes, Words.gist(said).hashCode(), now);
        return new Conversation(forms, counted, pictures, lines, handedOver, done, scanned, touchedAt);
    }

    public Conversation noting(Line line) {
        var brief = new Line(line.at(), line.by(), Words.brief(line.words(), LONGEST_LINE), line.media());
        return new Conversation(forms, echoes, pictures, plus(lines, brief), handedOver, done, scanned, touchedAt);
    }

    /// The same, without the words that were said last.
    public Conversation forgettingLine() {
        if (lines.isEmpty()) {
            return this;
        }
        var last = lines.getLast();
        var others = lines.subList(0, lines.size() - 1);
        return new Conversation(
                forms,
                echoes,
                pictures,
                plus(others, new Line(last.at(), last.by(), HIDDEN, last.media())),
                handedOver,
                done,
                scanned,
                touchedAt);
    }

    public Optional<Form> top() {
        return forms.isEmpty() ? Optional.empty() : Optional.of(forms.getLast());
    }

    public Optional<Echo> latestEcho() {
        return echoes.isEmpty() ? Optional.empty() : Optional.of(echoes.getLast());
    }

    public Conversation opening(Form form) {
        return with(plus(forms, form));
    }

    public Conversation replacingTop(Form form) {
        return closingTop().opening(form);
    }

    public Conversation closingTop() {
        return with(forms.isEmpty() ? forms : forms.subList(0, forms.size() - 1));
    }

    public Conversation with(List<Form> others) {
        return new Conversation(others, echoes, pictures, lines, handedOver, done, scanned, touchedAt);
    }

    public Conversation keepingPictures(List<String> shown) {
        return new Conversation(forms, echoes, shown, lines, handedOver, done, scanned, touchedAt);
    }

    public Conversation completing(String label, Instant now) {
        return completing(new Done(label, now, null));
    }

    public Conversation completing(Done last) {
        return new Conversation(forms, echoes, pictures, lines, handedOver, last, scanned, touchedAt);
    }

    public Conversation handingOver(HandedOver.Reason reason, Instant now) {
        return handedOver(new HandedOver(reason, now, null));
    }

    /// Whoever waits for a person has heard that somebody looks at it.
    public Conversation hearingOfStaff(Instant now) {
        return handedOver == null ? this : handedOver(handedOver.heardOf(now));
    }

    private Conversation handedOver(HandedOver next) {
        return new Conversation(forms, echoes, pictures, lines, next, done, scanned, touchedAt);
    }

    public Conversation scanning(Scanned code) {
        return new Conversation(forms, echoes, pictures, lines, handedOver, done, code, touchedAt);
    }

    public Conversation handedBack() {
        return new Conversation(List.of(), echoes, List.of(), lines, null, done, scanned, touchedAt);
    }

    /// Whether we are silent because a person talks.
    public boolean isWithStaff() {
        return handedOver != null && handedOver.silences();
    }

    /// Whether nothing that is said now could belong to what was said before.
    public boolean isIdle() {
        return forms.isEmpty() && pictures.isEmpty() && handedOver == null && done == null && scanned == null;
    }

    /// Whether it differs from the other in more than the time and what was overheard.
    public boolean isWorthKeepingAfter(Conversation earlier) {
        return !forms.equals(earlier.forms)
                || !pictures.equals(earlier.pictures)
                || !Objects.equals(handedOver, earlier.handedOver)
                || !Objects.equals(done, earlier.done)
                || !Objects.equals(scanned, earlier.scanned);
    }

    public static <T> List<T> plus(List<T> some, T more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private static <T> List<T> last(int most, List<T> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
