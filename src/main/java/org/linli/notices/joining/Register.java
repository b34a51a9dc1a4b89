package org.linli.notices.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.notices.Invitation;
import org.linli.notices.joining.Entry.State;

/// Who comes to an activity and who waits for a place, in the order in which they came: pure.
public record Register(Invitation invites, List<Entry> entries) {

    public Register {
        entries = entries.stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::who))
                .toList();
    }

    /// What becomes of it.
    ///
    /// @param entry   as it is now
    /// @param what    the end of a letter's name
    /// @param changed all that changed, those who moved up included
    public record Step(Entry entry, What what, List<Entry> changed) {

        public List<Entry> movedUp() {
            return changed.stream().filter(it -> !it.who().equals(entry.who())).toList();
        }
    }

    public enum What {
        COMES,
        WAITS,
        /// Nothing was changed: they had said so before.
        KNOWN,
        LEFT,
        /// Nothing was changed: they had not signed up.
        NOT_THERE
    }

    /// Whoever said so before changes how many come: with more than there is room for, the old number stays.
    public Step join(Entry wanted) {
        var old = find(wanted.who()).filter(it -> it.state() != State.LEFT);
        return old.isPresent() ? again(old.get(), wanted.people()) : fresh(wanted);
    }

    private Step fresh(Entry wanted) {
        boolean fits = hasRoom(wanted.people()) && nobodyWaits();
        var entry = wanted.as(fits ? State.COMES : State.WAITS, wanted.people(), wanted.at());
        return new Step(entry, fits ? What.COMES : What.WAITS, List.of(entry));
    }

    private Step again(Entry old, int people) {
        boolean possible = people != old.people()
                && (people < old.people() || old.state() == State.WAITS || hasRoom(people - old.people()));
        if (!possible) {
            return new Step(old, What.KNOWN, List.of());
        }
        var changed = with(old.as(old.state(), people, old.at()));
        var entry = changed.stream()
                .filter(it -> it.who().equals(old.who()))
                .findFirst()
                .orElseThrow();
        return new Step(entry, entry.state() == State.COMES ? What.COMES : What.WAITS, changed);
    }

    /// @param by names whoever leaves
    public Step leave(Entry by) {
        return find(by.who())
                .filter(it -> it.state() != State.LEFT)
                .map(it -> it.as(State.LEFT, it.people(), it.at()))
                .map(it -> new Step(it, What.LEFT, with(it)))
                .orElseGet(() -> new Step(by, What.NOT_THERE, List.of()));
    }

    /// This one as it is now, and those who get places by that.
    private List<Entry> with(Entry entry) {
        var up = replaced(entry).movingUp();
        boolean isUp = up.stream().anyMatch(it -> it.who().equals(entry.who()));
        return isUp ? up : Stream.concat(Stream.of(entry), up.stream()).toList();
    }

    /// Those who wait and have room: nobody who waits is passed over for somebody who came later.
    public List<Entry> movingUp() {
        var up = new ArrayList<Entry>();
        var now = this;
        for (var it : waiting()) {
            if (!now.hasRoom(it.people())) {
                break;
            }
            var comes = it.as(State.COMES, it.people(), it.at());
            now = now.replaced(comes);
            up.add(comes);
        }
        return List.copyOf(up);
    }

    /// The same people with so many places.
    public Register of(int places) {
        return new Register(invites.of(places), entries);
    }

    /// Whether all who come have a place.
    public boolean fits() {
        return hasRoom(0);
    }

    private Register replaced(Entry entry) {
        var others = new ArrayList<>(entries);
        others.removeIf(it -> it.who().equals(entry.who()));
        others.add(entry);
        return new Register(invites, others);
    }

    public Optional<Entry> find(String who) {
        return entries.stream().filter(it -> it.who().equals(who)).findFirst();
    }

    public List<Entry> coming() {
        return in(State.COMES);
    }

    public List<Entry> waiting() {
        return in(State.WAITS);
    }

    private List<Entry> in(State state) {
        return entries.stream().filter(it -> it.state() == state).toList();
    }

    /// How many people come.
    public int people() {
        return coming().stream().mapToInt(Entry::people).sum();
    }

    /// Behind how many they wait, from 1; 0 where they do not wait.
    public int turn(String who) {
        return waiting().stream().map(Entry::who).toList().indexOf(who) + 1;
    }

    private boolean hasRoom(int more) {
        return !invites.isLimited() || people() + more <= invites.places();
    }

    private boolean nobodyWaits() {
        return waiting().isEmpty();
    }
}
