package org.linli.channels.xmpp;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.parts.Resourcepart;

/// One room as one connection sees it: whether we are in it, and who is behind the nicknames.
final class Room {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final EntityBareJid address;
    private final Map<Resourcepart, Occupant> people = new ConcurrentHashMap<>();
    private volatile @Nullable Resourcepart nick;
    private volatile String trouble = "";
    private volatile Instant nextTry = Instant.MIN;
    private volatile int failures;

    Room(EntityBareJid address) {
        this.address = address;
    }

    EntityBareJid address() {
        return address;
    }

    boolean isEntered() {
        return nick != null;
    }

    /// What keeps us out, as XMPP names it; empty where nothing does.
    String trouble() {
        return trouble;
    }

    boolean isOurs(@Nullable Resourcepart speaker) {
        return speaker != null && speaker.equals(nick);
    }

    boolean isDue(Instant now) {
        return !isEntered() && !nextTry.isAfter(now);
    }

    /// @param nick as the room calls us, which may differ from what we asked for
    void entered(Resourcepart nick) {
        this.nick = nick;
        trouble = "";
        failures = 0;
    }

    /// @return whether we were in it, or this trouble is news
    boolean left(String why, Instant now) {
        boolean news = isEntered() || !trouble.equals(why);
        nick = null;
        people.clear();
        trouble = why;
        nextTry = now.plus(pause(failures++));
        return news;
    }

    /// Somebody opened the door: no need to wait.
    void invited() {
        nextTry = Instant.MIN;
    }

    /// Our own nickname there; `null` while we are not in it.
    @Nullable
    Resourcepart nick() {
        return nick;
    }

    /// @return whether they were not there before
    boolean came(Resourcepart nick, Occupant who) {
        return people.put(nick, who) == null;
    }

    /// Who went; `null` where nobody was there.
    @Nullable
    Occupant went(Resourcepart nick) {
        return people.remove(nick);
    }

    /// Who has this nickname now; `null` where nobody has, as far as we know.
    @Nullable
    Occupant occupant(@Nullable Resourcepart nick) {
        return nick == null ? null : people.get(nick);
    }

    /// Their nickname now. Empty where nobody has this id, as far as we know.
    Optional<Resourcepart> nickOf(String occupant) {
        return people.entrySet().stream()
                .filter(it -> it.getValue().id().equals(occupant))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Nullable
    BareJid behind(@Nullable Resourcepart nick) {
        var who = occupant(nick);
        return who == null ? null : who.real();
    }

    static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
