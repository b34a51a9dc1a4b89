package org.linli.notices.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.notices.Invitation;
import org.linli.notices.Invitation.Whose;
import org.linli.notices.joining.Entry.State;
import org.linli.notices.joining.Register.What;

/// Places are given in the order in which people ask, and nobody who waits is passed over.
class RegisterTest {

    private static final Instant NINE = Instant.parse("2026-11-21T01:00:00Z");

    @Test
    void placesAreTakenUntilThereAreNoneAndThenOneWaits() {
        var register = register(3).joining("a", 2, 0);

        assertThat(register.last.what()).isEqualTo(What.COMES);
        assertThat(register.joining("b", 1, 1).last.what()).isEqualTo(What.COMES);
        assertThat(register.joining("c", 1, 2).last.what()).isEqualTo(What.WAITS);
        assertThat(register.now.turn("resident:c")).isEqualTo(1);
        assertThat(register.now.people()).isEqualTo(3);
    }

    @Test
    void whoeverLeavesMakesRoomForWhoWaitsLongest() {
        var register = register(2)
                .joining("a", 2, 0)
                .joining("b", 1, 1)
                .joining("c", 1, 2)
                .joining("d", 1, 3);

        register.leaving("a");

        assertThat(register.last.movedUp()).extracting(Entry::who).containsExactly("resident:b", "resident:c");
        assertThat(register.now.turn("resident:d")).isEqualTo(1);
        assertThat(register.now.people()).isEqualTo(2);
    }

    @Test
    void aFamilyThatWaitsIsNotPassedOverBySomebodySmaller() {
        var register = register(4)
                .joining("a", 1, 0)
                .joining("b", 3, 1)
                .joining("family", 3, 2)
                .joining("c", 1, 3);

        register.leaving("a");
        assertThat(register.last.movedUp())
                .as("one place is free, three are wanted")
                .isEmpty();
        register.leaving("b");
        assertThat(register.last.movedUp()).extracting(Entry::who).containsExactly("resident:family", "resident:c");
    }

    @Test
    void whileSomebodyWaitsNobodyNewGetsAFreePlace() {
        var register = register(4).joining("a", 3, 0).joining("family", 3, 1).joining("c", 1, 2);

        assertThat(register.last.what()).isEqualTo(What.WAITS);
    }

    @Test
    void sayingItTwiceChangesNothingAndFewerPeopleMakeRoom() {
        var register = register(3).joining("a", 3, 0).joining("b", 1, 1).joining("a", 3, 2);
        assertThat(register.last.what()).isEqualTo(What.KNOWN);
        assertThat(register.last.changed()).isEmpty();

        register.joining("a", 4, 3);
        assertThat(register.last.what()).as("there is no room for one more").isEqualTo(What.KNOWN);

        register.joining("a", 2, 4);
        assertThat(register.last.movedUp()).extracting(Entry::who).containsExactly("resident:b");
    }

    @Test
    void whoeverWaitsForThreeAndAsksForOneGetsThePlaceThatIsFreeAndIsToldSo() {
        var register = register(4).joining("a", 3, 0).joining("family", 3, 1);

        register.joining("family", 1, 2);

        assertThat(register.last.what()).isEqualTo(What.COMES);
        assertThat(register.last.entry().state()).isEqualTo(State.COMES);
        assertThat(register.last.movedUp()).isEmpty();
    }

    @Test
    void morePlacesLetThoseInWhoWaitLongestAndFewerThanComeDoNotFit() {
        var register = register(2)
                .joining("a", 2, 0)
                .joining("b", 1, 1)
                .joining("family", 3, 2)
                .joining("c", 1, 3)
                .now;

        assertThat(register.of(2).movingUp()).isEmpty();
        assertThat(register.of(5).movingUp()).extracting(Entry::who).containsExactly("resident:b");
        assertThat(register.of(6).movingUp()).extracting(Entry::who).containsExactly("resident:b", "resident:family");
        assertThat(register.of(0).movingUp()).as("without a limit").hasSize(3);
        assertThat(register.of(2).fits()).isTrue();
        assertThat(register.of(1).fits()).isFalse();
        assertThat(register.of(0).fits()).isTrue();
    }

    @Test
    void whoeverLeftMayComeAgainAndStandsAtTheEnd() {
        var register =
                register(1).joining("a", 1, 0).leaving("a").joining("b", 1, 1).joining("a", 1, 2);

        assertThat(register.last.what()).isEqualTo(What.WAITS);
        register.leaving("nobody");
        assertThat(register.last.what()).isEqualTo(What.NOT_THERE);
        assertThat(register.last.changed()).isEmpty();
    }

    @Test
    void withoutALimitEverybodyComes() {
        var register = register(0);
        for (int i = 0; i < 300; i++) {
            register.joining("p" + i, 20, i);
        }
        assertThat(register.now.people()).isEqualTo(6_000);
        assertThat(register.now.waiting()).isEmpty();
    }

    @Test
    void aHouseholdIsOneWhoeverOfItSpeaks() {
        var address = address("a");
        assertThat(Entry.who(Whose.HOUSEHOLD, "r13", "b3-1-201", address)).isEqualTo("home:b3-1-201");
        assertThat(Entry.who(Whose.HOUSEHOLD, "r14", "b3-1-201", address)).isEqualTo("home:b3-1-201");
        assertThat(Entry.who(Whose.PERSON, "r13", "b3-1-201", address)).isEqualTo("resident:r13");
        assertThat(Entry.who(Whose.HOUSEHOLD, "r13", "", address)).isEqualTo("resident:r13");
        assertThat(Entry.who(Whose.HOUSEHOLD, null, "", address)).isEqualTo("address:webchat:lm:person:a");
    }

    private static Played register(int places) {
        return new Played(new Register(new Invitation(places, Whose.PERSON), List.of()));
    }

    private static Address address(String name) {
        return Address.person(new ChannelId("webchat"), "lm", name);
    }

    /// A register to which one thing after the other happens.
    private static final class Played {

        private Register now;
        private Register.Step last;

        private Played(Register now) {
            this.now = now;
            this.last = new Register.Step(entry("", 1, 0), What.NOT_THERE, List.of());
        }

        Played joining(String name, int people, int minute) {
            return after(now.join(entry(name, people, minute)));
        }

        Played leaving(String name) {
            return after(now.leave(entry(name, 0, 0)));
        }

        private Played after(Register.Step step) {
            var entries = new ArrayList<>(now.entries());
            step.changed().forEach(it -> {
                entries.removeIf(other -> other.who().equals(it.who()));
                entries.add(it);
            });
            now = new Register(now.invites(), entries);
            last = step;
            return this;
        }

        private static Entry entry(String name, int people, int minute) {
            return new Entry(
                    "resident:" + name,
                    name,
                    name,
                    "",
                    address(name),
                    people,
                    State.COMES,
                    NINE.plusSeconds(60L * minute));
        }
    }
}
