package org.linli.dialogue.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.Communities;
import org.linli.community.IdentityDeclared;
import org.linli.community.ImportCommunity;
import org.linli.community.Resident;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Speaker;
import org.linli.platform.database.CommunityId;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.springframework.test.context.TestConstructor;

@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BindAccountTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Address SOMEBODY = Address.person(new ChannelId("webchat"), "lm", "somebody");

    private final BindAccount bind;
    private final Communities communities;
    private final ImportCommunity imports;

    BindAccountTest(BindAccount bind, Communities communities, ImportCommunity imports) {
        this.bind = bind;
        this.communities = communities;
        this.imports = imports;
    }

    @BeforeEach
    void demo() {
        imports.from(Path.of("deploy/demo/community.yaml")).block();
    }

    @ParameterizedTest
    @CsvSource({"b3-2-501, b3", "b3-2-501, b3-2", "b3-2-501, b3-2-501"})
    void whatIsLessExactLeavesTheHomeAsItIs(String known, String said) {
        assertThat(declared(bound(known, said, "五楼"))).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"b3, b3-2-501", "b3-2-501, b3-2-502", "b3-2-501, b5"})
    void whatIsMoreExactOrElsewhereIsTheHomeFromNowOn(String known, String said) {
        assertThat(declared(bound(known, said, ""))).isEqualTo(said);
    }

    @Test
    void whoseHomeIsNotKnownLivesWhereTheySay() {
        assertThat(declared(bound(null, "b3", ""))).isEqualTo("b3");
    }

    @Test
    void theLetterNamesTheHomeThatIsKept() {
        assertThat(bound("b3-2-501", "b3", "六楼").facts().get("home"))
                .contains("501")
                .doesNotContain("六楼");
    }

    private Answer bound(@Nullable String known, String said, String detail) {
        var place =
                Objects.requireNonNull(communities.map(LM).block()).place(said).orElseThrow();
        var speaker = new Speaker(LM, SOMEBODY, new Resident(LM, "r", "小陆", known, true), null, null);
        var request = new Request(
                "key",
                speaker,
                new Intent("account.bind"),
                List.of("我住这里"),
                List.of(),
                place,
                detail,
                Entities.NONE,
                Instant.EPOCH);
        return Objects.requireNonNull(bind.perform(request).block());
    }

    private static @Nullable String declared(Answer answer) {
        return answer.effects().stream()
                .filter(IdentityDeclared.class::isInstance)
                .map(it -> ((IdentityDeclared) it).home())
                .findFirst()
                .orElseThrow();
    }
}
