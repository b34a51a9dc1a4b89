package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.Communities;
import org.linli.community.MemberMoved;
import org.linli.community.StaffPasswords;
import org.linli.community.Talkativeness;
import org.linli.platform.database.Effects;
import org.linli.understanding.HowSure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class GroupsPageTest {

    private static final ChannelId CHAT = new ChannelId("webchat");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Effects effects;

    @Autowired
    Communities communities;

    @Autowired
    HowSure howSure;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    @Test
    void eachGroupIsShownWithItsMannersAndItsMembers() {
        var group = Address.group(CHAT, "lm", "b6");
        var member = Address.person(CHAT, "lm", "groups-page");
        move(group, member, true);

        assertThat(new SignedInAs("chen", web).page("/desk/groups"))
                .contains("柳岸花园6栋邻里群", "22:00-07:00", "1 人", "欢迎")
                .doesNotContain("??", "groups-page", "入群二维码");

        move(group, member, false);
        assertThat(new SignedInAs("chen", web).page("/desk/groups")).doesNotContain("1 人");
    }

    @Test
    void howTalkativeWeAreIsChosenInWordsWithTheirRates() {
        var chen = new SignedInAs("chen", web);

        assertThat(chen.page("/desk/groups")).contains("少插话", "均衡", "多询问").contains(rates());
        assertThat(threshold("b6")).isEqualTo(Talkativeness.SILENT.threshold());

        chen.post("/desk/groups/manner", Map.of("group", "b6", "manner", "talkative"));
        assertThat(threshold("b6")).isEqualTo(Talkativeness.TALKATIVE.threshold());

        chen.post("/desk/groups/manner", Map.of("group", "b6", "manner", "silent"));
        assertThat(threshold("b6")).isEqualTo(Talkativeness.SILENT.threshold());
    }

    /// As they were measured for the model in use.
    private List<String> rates() {
        return howSure.speakingUp().stream()
                .filter(it -> Stream.of(Talkativeness.values()).anyMatch(way -> way.threshold() == it.threshold()))
                .map(it -> "约每 %d 条闲聊误接 1 条，能听出 %d%% 的诉求、%d%% 的紧急情况"
                        .formatted(
                                Math.round(1 / it.chatter()),
                                Math.round(100 * it.reports()),
                                Math.round(100 * it.emergencies())))
                .toList();
    }

    private double threshold(String group) {
        return result(communities.map(SignedInAs.LM)).group(group).orElseThrow().threshold();
    }

    private void move(Address group, Address member, boolean there) {
        completed(effects.commit(List.of(new MemberMoved(SignedInAs.LM, group, member, there, Instant.now()))));
    }
}
