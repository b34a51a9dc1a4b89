package org.linli.notices;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// One notice (通知). Never changes; each change makes a new one with the next version.
///
/// @param audience whom it is for, as staff wrote it: `3栋 且 独居`
/// @param period   `null` while nobody has said it
/// @param sendAt   when it leaves, or left; `null` until it is approved
/// @param repeat    `null` where it is said once
/// @param invites  `null` where one need not sign up
/// @param writer   a staff member's id
/// @param approver likewise; `null` until then
/// @param corrects the id of the wrong one; then it is for exactly those who got that one
/// @param version  rises with every change
public record Notice(
        CommunityId community,
        String id,
        Wording wording,
        Enclosed enclosed,
        String audience,
        @Nullable Period period,
        @Nullable Instant sendAt,
        @Nullable Repeat repeat,
        @Nullable Invitation invites,
        State state,
        String writer,
        Instant writtenAt,
        @Nullable String approver,
        @Nullable String corrects,
        long version) {

    /// Who wrote what nobody wrote: drafts that follow from what residents ask.
    public static final String BOT = "bot";

    /// Stored by name.
    public enum State {
        DRAFT,
        /// For somebody else to approve.
        WAITING,
        /// It leaves at its time.
        APPROVED,
        CANCELLED;

        public boolean isOpen() {
            return this == DRAFT || this == WAITING;
        }
    }

    /// With nothing but words.
    public Notice(
            CommunityId community,
            String id,
            Wording wording,
            String audience,
            @Nullable Period period,
            @Nullable Instant sendAt,
            State state,
            String writer,
            Instant writtenAt,
            @Nullable String approver,
            @Nullable String corrects,
            long version) {
        this(
                community,
                id,
                wording,
                Enclosed.NOTHING,
                audience,
                period,
                sendAt,
                null,
                null,
                state,
                writer,
                writtenAt,
                approver,
                corrects,
                version);
    }

    /// The same, changed.
    public Notice to(State next, @Nullable String by, @Nullable Instant at) {
        return changed(wording, enclosed, audience, period, at, repeat, invites, next, by);
    }

    /// The same draft in other words.
    public Notice saying(
            Wording other,
            String whom,
            @Nullable Period when,
            @Nullable Instant at,
            @Nullable Repeat again,
            @Nullable Invitation to) {
        return changed(other, enclosed, whom, when, at, again, to, State.DRAFT, null);
    }

    /// The same draft with this beside its words; whoever was to approve it has to look again.
    public Notice enclosing(Enclosed other) {
        return changed(wording, other, audience, period, sendAt, repeat, invites, State.DRAFT, null);
    }

    private Notice changed(
            Wording said,
            Enclosed beside,
            String whom,
            @Nullable Period when,
            @Nullable Instant at,
            @Nullable Repeat again,
            @Nullable Invitation to,
            State next,
            @Nullable String by) {
        return new Notice(
                community,
                id,
                said,
                beside,
                whom,
                when,
                at,
                again,
                to,
                next,
                writer,
                writtenAt,
                by,
                corrects,
                version + 1);
    }

    /// The same, inviting to this.
    public Notice inviting(@Nullable Invitation to) {
        return new Notice(
                community, id, wording, enclosed, audience, period, sendAt, repeat, to, state, writer, writtenAt,
                approver, corrects, version);
    }

    /// Of two that say the same to the same people it is the same.
    public String print() {
        var said = String.join("\u001f", wording.title(), wording.text(), audience, String.valueOf(corrects));
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// The same, on one day: what went out yesterday may be said again.
    String print(Instant at) {
        return print() + "/" + at.atZone(Repeat.ZONE).toLocalDate();
    }

    /// Of all that people will see of it, to whom, and when: two that differ in any of it have others.
    public String seal() {
        var said = String.join(
                "\u001f",
                print(),
                wording.kind().name(),
                wording.importance().name(),
                wording.brief(),
                String.valueOf(invites),
                period == null
                        ? ""
                        : period.from().getEpochSecond() + "-" + period.until().getEpochSecond(),
                String.join(",", enclosed.pictures()),
                String.join(",", enclosed.files()));
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// Whether it was stopped before anybody had let it go: nobody was told of it.
    public boolean isPutAway() {
        return state == State.CANCELLED && approver == null;
    }

    /// Begins the keys of all its letters.
    public String letters() {
        return "notice/" + id + "/";
    }

    @Override
    public String toString() {
        return "Notice[" + id + ", " + state + "]";
    }
}
