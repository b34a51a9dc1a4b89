package org.linli.rights;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// What becomes of a packed file that nobody may have.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class TakeOutFileTest {

    @Autowired
    ShowPerson show;

    @Autowired
    ReadablePage page;

    @Autowired
    Effects effects;

    @Autowired
    Communities communities;

    @Autowired
    Clock clock;

    @Test
    void aFileWhoseTakingCannotBeNotedIsClosed() {
        var packed = new AtomicReference<PackedFile>();
        var takeOut = new TakeOutFile(show, remembered(packed), effects, clock);
        // the database keeps no text with a NUL
        var nobody = new StaffMember(
                SignedInAs.LM, "\u0000", "陈主任", Role.ADMIN, map().desk().id(), null, null);

        StepVerifier.create(takeOut.of(nobody, map(), "r01")).verifyError();

        assertThat(requireNonNull(packed.get()).content().isOpen()).isFalse();
    }

    @Test
    void aFileThatIsNotedIsHandedOutOpen() throws Exception {
        var takeOut = new TakeOutFile(show, new PackPerson(page), effects, clock);

        try (var file = result(takeOut.of(map().staffMember("chen").orElseThrow(), map(), "r01"))) {
            assertThat(file.content().isOpen()).isTrue();
        }
    }

    private PackPerson remembered(AtomicReference<PackedFile> packed) {
        return new PackPerson(page) {
            @Override
            public Mono<PackedFile> zip(Flux<KeptOfPerson> kept, CommunityMap map, Instant at) {
                return super.zip(kept, map, at).doOnNext(packed::set);
            }
        };
    }

    private CommunityMap map() {
        return result(communities.map(SignedInAs.LM));
    }
}
