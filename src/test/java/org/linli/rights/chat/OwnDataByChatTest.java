package org.linli.rights.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.Group;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Speaker;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.rights.BeForgotten;
import org.linli.rights.ErasureAsked;
import org.linli.rights.OwnDoors;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.web.PublicAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.TestPropertySource;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class OwnDataByChatTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Address ALONE = Address.parse("webchat:lm:person:own-data-1");

    @Autowired
    OwnDataByChat skill;

    @Autowired
    BeForgotten forgotten;

    @Autowired
    Communities communities;

    @Autowired
    Effects effects;

    @Autowired
    OwnDoors doors;

    @Autowired
    Clock clock;

    @Test
    void whoeverAsksGetsALinkThatOpensTheirOwnPage() {
        var answer = said(skill, "导出我的数据", null);

        assertThat(answer.template()).isEqualTo("rights-door");
        String link = Objects.requireNonNull(answer.facts().get("link"));
        assertThat(link).contains("/my/door/lm/");
        effects.commit(answer.effects()).block();
        assertThat(doors.open(LM, link.substring(link.lastIndexOf('/') + 1)).block())
                .isEqualTo(new Account.Person(LM, ALONE));
    }

    @Test
    void whereNoPageIsReachedTheDeskIs() {
        var nowhere = new OwnDataByChat(forgotten, new PublicAddress("", false, new MockEnvironment()), clock);

        assertThat(said(nowhere, "导出我的数据", null)).isEqualTo(Answer.saying("rights-at-the-desk", Map.of()));
    }

    @Test
    void nothingIsErasedBeforeTheyAreSure() {
        var asked = said(skill, "删除我的信息", null);
        assertThat(asked.template()).isEqualTo("rights-sure");
        assertThat(asked.effects()).isEmpty();

        var sure = said(skill, "确认删除我的信息", null);
        assertThat(sure.template()).isEqualTo("rights-erasing");
        assertThat(sure.effects()).singleElement().isInstanceOfSatisfying(ErasureAsked.class, it -> {
            assertThat(it.person().addresses()).containsExactly(ALONE.text());
            assertThat(it.by()).isEmpty();
            assertThat(it.from()).isAfter(it.at());
        });
    }

    @Test
    void whoeverThinksBetterOfItIsToldThatAllIsAsBefore() {
        assertThat(said(skill, "算了不删了", null)).isEqualTo(Answer.saying("as-before", Map.of()));
    }

    @Test
    void amongNeighboursNothingIsShownOrErased() {
        var group = Objects.requireNonNull(communities.map(LM).block()).groups().getFirst();

        for (String words : List.of("导出我的数据", "删除我的信息", "确认删除我的信息")) {
            var answer = said(skill, words, group);
            assertThat(answer.template()).isEqualTo("in-private");
            assertThat(answer.effects()).isEmpty();
        }
    }

    private Answer said(OwnDataByChat skill, String words, @Nullable Group group) {
        var speaker = new Speaker(LM, ALONE, null, null, group);
        var intent = skill.recognises(speaker, words).orElseThrow();
        assertThat(skill.serves(intent)).isTrue();
        return Objects.requireNonNull(
                skill.perform(request(speaker, intent, words)).block());
    }

    private Request request(Speaker speaker, Intent intent, String words) {
        return new Request("key", speaker, intent, List.of(words), List.of(), null, "", Entities.NONE, clock.instant());
    }
}
