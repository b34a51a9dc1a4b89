package org.linli.dialogue.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.Intent;

/// The request that was completed last: a picture or a correction right after it belongs to it.
///
/// @param place id of where it was; `null` where none was said
/// @param alarm the emergency that may still be under way, whatever was done since; `null` without one
public record Done(
        String label,
        Instant at,
        @Nullable String place,
        @Nullable Alarm alarm) {

    /// @param at     when something of it was told last
    /// @param place  id of where it is; `null` where none was said
    /// @param danger what kind of help it needs; `null` where a neighbour told that
    public record Alarm(
            Instant at, @Nullable String place, @Nullable Danger danger) {}

    /// The act of what is done with a case that is there.
    public static final String OF_CASE = "case";

    private static final Intent CASE = new Intent("case.add");
    private static final Set<String> CHANGES = Set.of("case.add", "case.correct", "case.urge");
    private static final Intent PROPOSAL = new Intent("propose.project");
    private static final Intent PICTURE = new Intent("propose.picture");
    private static final Duration FRESH = Duration.ofMinutes(10);

    public Done {
        alarm = alarm == null && label.equals(Intent.EMERGENCY.label()) ? new Alarm(at, place, null) : alarm;
    }

    Done(String label, Instant at, @Nullable String place) {
        this(label, at, place, null);
    }

    /// The next one: what is done to a case is about the place of that case.
    public static Done of(String label, Instant at, @Nullable String place, @Nullable Done before) {
        if (place == null && before != null && new Intent(label).act().equals(OF_CASE)) {
            return new Done(label, at, before.place());
        }
        return new Done(label, at, place);
    }

    /// Something else, done while the emergency before it goes on.
    public Done during(@Nullable Done before) {
        return alarm == null && before != null ? new Done(label, at, place, before.alarm) : this;
    }

    /// A cry for help. Of what it does not say the one before it counts, and
    /// whoever wanted to die is somebody who did.
    public static Done alarmed(Instant at, @Nullable String place, Danger danger, @Nullable Done before) {
        boolean stays = danger == Danger.OTHER
                || danger(before) == Danger.SUICIDE && before != null && before.isFreshEmergency(at);
        var kind = stays ? danger(before) : danger;
        return new Done(Intent.EMERGENCY.label(), at, place, new Alarm(at, place, kind));
    }

    /// As part of an emergency that is where this is.
    public Done ofAlarm(@Nullable Done before) {
        return new Done(label, at, place, new Alarm(at, place, danger(before)));
    }

    private static @Nullable Danger danger(@Nullable Done before) {
        return before == null || before.alarm == null ? null : before.alarm.danger();
    }

    /// What kind of help the emergency needs that is under way.
    public Danger danger() {
        var kind = danger(this);
        return kind == null ? Danger.OTHER : kind;
    }

    /// More of the emergency was told, if one is under way.
    public Done told(Instant now) {
        return alarm == null ? this : new Done(label, at, place, new Alarm(now, alarm.place(), alarm.danger()));
    }

    public boolean isFresh(Instant now) {
        return at.plus(FRESH).isAfter(now);
    }

    /// Whether it opened a case, or changed one: what is said of a place right after it may be of its place.
    public boolean isOfCase() {
        return new Intent(label).opensCase() || CHANGES.contains(label);
    }

    public boolean isFreshEmergency(Instant now) {
        return alarm != null && alarm.at().plus(FRESH).isAfter(now);
    }

    /// Whether its case is the one that was opened last.
    public boolean isOfFreshEmergency(Instant now) {
        boolean opensAnother = !label.equals(Intent.EMERGENCY.label()) && new Intent(label).opensCase();
        return isFreshEmergency(now) && !opensAnother;
    }

    /// Whether it only told what would happen once they are sure, so that "算了" means just that.
    public boolean isWithoutConsequence(Instant now) {
        return label.equals("account.data") && isFresh(now);
    }

    /// What a picture means that comes right after it. Empty where it belongs to nothing.
    public Optional<Intent> addition(Instant now) {
        return isFresh(now) ? addition(new Intent(label)) : Optional.empty();
    }

    private static Optional<Intent> addition(Intent done) {
        if (done.opensCase() || CHANGES.contains(done.label())) {
            return Optional.of(CASE);
        }
        return done.equals(PROPOSAL) ? Optional.of(PICTURE) : Optional.empty();
    }
}
