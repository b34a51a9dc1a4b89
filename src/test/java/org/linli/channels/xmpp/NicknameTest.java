package org.linli.channels.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.linli.channels.Address;

/// Who is who among those who had the same nickname.
class NicknameTest {

    private static final String ROOM = "b3@rooms.example.org/";

    @Property(tries = 300)
    void twoWhoHadTheSameNicknameHaveDifferentAddressesAndOneWayToWhoeverHasItNow(
            @ForAll String nick, @ForAll @NotEmpty String first, @ForAll @NotEmpty String second) {
        if (first.equals(second)) {
            return;
        }
        Address plain = Address.person(Translate.XMPP, "nest", ROOM + nick);
        Address one = Nickname.address(plain, first, first);
        Address other = Nickname.address(plain, second, first);
        assertThat(one).isNotEqualTo(other);
        assertThat(Nickname.plain(other.id())).isEqualTo(plain.id());
        assertThat(Nickname.isOf(one.id(), first, first)).isTrue();
        assertThat(Nickname.isOf(other.id(), second, first)).isTrue();
        assertThat(Nickname.isOf(other.id(), first, first)).isFalse();
        assertThat(Nickname.isOf(one.id(), second, first)).isFalse();
    }

    @Property(tries = 100)
    void whoeverCallsThemselvesLikeAnotherAddressIsNotThere(@ForAll String nick, @ForAll String them) {
        Address wang = Address.person(Translate.XMPP, "nest", ROOM + nick);
        Address victim = Nickname.address(wang, them, "first-" + them);
        Address liar = Nickname.address(victim, "liar-" + them, "liar-" + them);
        assertThat(liar).isNotEqualTo(victim);
    }
}
