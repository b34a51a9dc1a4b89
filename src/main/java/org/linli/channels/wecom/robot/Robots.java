package org.linli.channels.wecom.robot;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.tencent.TencentApi;
import org.linli.channels.wecom.Corp;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.stereotype.Component;

/// The robots of ours, each in one group, and where to post what it is to say.
@Component
class Robots {

    static final ChannelId GROUPS = new ChannelId("wecom-group");
    static final String SEND = "webhook/send";
    static final ChannelId BOTS = new ChannelId("wecom-bot");

    /// @param webhook holds the robot's key: a secret
    record Standing(Corp.Robot robot, Account account, URI webhook) {

        @Override
        public String toString() {
            return robot.toString();
        }
    }

    private final List<Standing> all;

    Robots(WecomSettings settings) {
        this.all = settings.corps().stream()
                .flatMap(corp -> corp.robots().stream().map(robot -> standing(corp, robot)))
                .toList();
    }

    /// The robot that speaks there: of a group of its own, or of one in which a bot hears. Empty where none does.
    Optional<Standing> in(Address group) {
        return all.stream()
                .filter(it -> group.isGroup() && speaksIn(it.robot(), group))
                .findFirst();
    }

    List<Standing> all() {
        return all;
    }

    private static boolean speaksIn(Corp.Robot robot, Address group) {
        return group.channel().equals(GROUPS) && robot.id().equals(group.account())
                || group.channel().equals(BOTS) && robot.chats().contains(group.id());
    }

    private static Standing standing(Corp corp, Corp.Robot robot) {
        URI webhook = TencentApi.address(corp.apiBase(), "/cgi-bin/" + SEND, Map.of("key", robot.key()));
        return new Standing(robot, new Account(GROUPS, robot.id(), corp.communityId()), webhook);
    }
}
