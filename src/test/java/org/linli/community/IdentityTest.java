package org.linli.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Reach;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.test.context.TestConstructor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class IdentityTest {

    private static final CommunityId LM = new CommunityId("lm");

    private final ImportCommunity imports;
    private final Residents residents;
    private final Effects effects;

    IdentityTest(ImportCommunity imports, Residents residents, Effects effects) {
        this.imports = imports;
        this.residents = residents;
        this.effects = effects;
    }

    @BeforeEach
    void demo() {
        DemoCommunity.isThere(imports);
    }

    @Test
    void whoeverDeclaresThemselvesIsKnownFromThenOn() {
        var address = somebody();

        declare(address, "小陆", "b3-2-501");

        assertThat(at(address)).satisfies(it -> {
            assertThat(it.name()).isEqualTo("小陆");
            assertThat(it.home()).isEqualTo("b3-2-501");
            assertThat(it.verified()).isFalse();
        });
    }

    @Test
    void aSecondDeclarationChangesOnlyWhatItSays() {
        var address = somebody();
        declare(address, "小陆", "b3-2-501");

        declare(address, null, "b3-2-502");

        assertThat(at(address).name()).isEqualTo("小陆");
        assertThat(at(address).home()).isEqualTo("b3-2-502");
    }

    @Test
    void declaringTheSameTwiceIsHarmless() {
        var address = somebody();
        var declared = new IdentityDeclared(LM, address, "小陆", "b3");

        effects.commit(List.of(declared, declared)).block();
        effects.commit(List.of(declared)).block();

        assertThat(residents.addresses(LM, at(address).id()).collectList().block())
                .containsExactly(address);
    }

    @Test
    void whoWentAwayIsNotReachedThereUntilTheyAreBack() {
        var address = somebody();
        declare(address, "小陆", "b3");
        var resident = at(address).id();
        var noon = Instant.parse("2026-06-10T04:00:00Z");

        effects.commit(List.of(new Reach(LM, address, false, noon))).block();
        assertThat(residents.reachableAddresses(LM, resident).collectList().block())
                .isEmpty();

        effects.commit(List.of(new Reach(LM, address, false, noon.minusSeconds(9))))
                .block();
        effects.commit(List.of(new Reach(LM, address, true, noon.plusSeconds(9))))
                .block();
        assertThat(residents.reachableAddresses(LM, resident).collectList().block())
                .containsExactly(address);
    }

    @Test
    void whoMovesHasToBeVerifiedAgain() {
        var address = somebody();
        declare(address, "小陆", "b3-2-501");
        effects.commit(List.of(new IdentityVerified(LM, at(address).id(), "lin")))
                .block();
        assertThat(at(address).verified()).isTrue();

        declare(address, "陆女士", null);
        assertThat(at(address).verified()).isTrue();

        declare(address, null, "b1-1-101");
        assertThat(at(address).verified()).isFalse();
    }

    @Test
    void anImportedResidentStaysTheSamePerson() {
        var address = Address.person(new ChannelId("webchat"), "lm", "r20");

        declare(address, "谢小满", "b3-3-402");

        assertThat(at(address).id()).isEqualTo("r20");
    }

    @Test
    void aHomeThatIsNoPlaceFailsAlone() {
        var address = somebody();
        var good = new IdentityDeclared(LM, address, "小陆", "b3");
        var bad = new IdentityDeclared(LM, somebody(), "乱写", "b99");

        Flux.just(good, bad)
                .flatMap(it -> effects.commit(List.of(it)).thenReturn("kept").onErrorReturn("refused"))
                .collectSortedList()
                .as(StepVerifier::create)
                .expectNext(List.of("kept", "refused"))
                .verifyComplete();

        assertThat(at(address).home()).isEqualTo("b3");
    }

    @Test
    void aThousandAddressesAreLookedUpTogether() {
        var address = somebody();
        declare(address, "小陆", "b3");

        Flux.range(0, 1000)
                .flatMap(n -> residents.at(LM, n % 2 == 0 ? address : somebody()), 1000)
                .count()
                .as(StepVerifier::create)
                .expectNext(500L)
                .verifyComplete();
    }

    private void declare(
            Address address,
            @org.jspecify.annotations.Nullable String name,
            @org.jspecify.annotations.Nullable String home) {
        effects.commit(List.of(new IdentityDeclared(LM, address, name, home))).block();
    }

    private Resident at(Address address) {
        return Objects.requireNonNull(residents
                .at(LM, address)
                .switchIfEmpty(Mono.error(AssertionError::new))
                .block());
    }

    private static Address somebody() {
        return Address.person(new ChannelId("wechat"), "main", UUID.randomUUID().toString());
    }
}
