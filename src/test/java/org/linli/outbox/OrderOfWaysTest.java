package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Way;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/// In which order the program itself, as it is installed, tries the ways that there are.
@LinliTest
class OrderOfWaysTest {

    private static final CommunityId COMMUNITY = new CommunityId("order");

    @Autowired
    Ways ways;

    @Autowired
    OutboxSettings settings;

    @Autowired
    ObjectProvider<Way> declared;

    @Autowired
    ObjectProvider<Channel> channels;

    @Test
    void everyWayHasItsPlaceAndNoPlaceIsOfAWayThatIsNone() {
        assertThat(settings.ways())
                .containsExactlyInAnyOrderElementsOf(
                        declared.stream().map(Way::id).toList());
    }

    @Test
    void theBotThatWasAskedAnswersBeforeTheRobotBesideItSpeaks() {
        assertThat(of("wecom-bot")).containsExactly("wecom.bot", "wecom-bot.robot");
    }

    @Test
    void anInternalGroupIsToldByItsRobotBeforeACustomersGroupIsGivenToItsOwner() {
        assertThat(of("wecom-group")).startsWith("wecom.robot");
    }

    @Test
    void anOrderThatNamesAWayWhichNobodyHasStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ways(List.of("wecom-bot.reply"), Map.of()))
                .withMessageStartingWith("linli.outbox.ways: there is no way 'wecom-bot.reply' (known: ")
                .withMessageContaining("wecom.bot");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ways(List.of(), Map.of("poplar", List.of("wechat.pigeon"))))
                .withMessageStartingWith("linli.outbox.orders.poplar: there is no way 'wechat.pigeon'");
    }

    @Test
    void whatTheCommunityPrefersComesFirstAndWhatTheOperatorLeftOutStaysOut() {
        var operators = Map.of("order", List.of("wechat.template", "wechat.service", "wechat.once"));
        var order = new OutboxSettings(settings.ways(), operators, List.of(), List.of());
        var chosen = List.of("wechat.mass", "wechat.service", "wechat.template");

        var ways = new Ways(channels, declared, order, _ -> chosen);

        assertThat(ways.of(COMMUNITY, new ChannelId("wechat")))
                .extracting(Way::id)
                .containsExactly("wechat.service", "wechat.template", "wechat.once");
        assertThat(ways.of(new CommunityId("other"), new ChannelId("wechat")))
                .extracting(Way::id)
                .startsWith("wechat.mass", "wechat.service", "wechat.template")
                .hasSize(5);
    }

    private Ways ways(List<String> order, Map<String, List<String>> orders) {
        return new Ways(channels, declared, new OutboxSettings(order, orders, List.of(), List.of()), _ -> List.of());
    }

    private List<String> of(String channel) {
        return ways.of(COMMUNITY, new ChannelId(channel)).stream().map(Way::id).toList();
    }
}
