package org.linli.channels.wecom.robot;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.AccountsById;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.KeptAccounts;
import org.linli.channels.kept.PlatformBases;
import org.linli.channels.tencent.TencentApi;
import org.linli.channels.wecom.Corp;
import org.linli.channels.wecom.KeptCorp;
import org.linli.channels.wecom.WecomSettings;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The robots of ours, of the settings and of pages, each in one group, and where to post what it is to say.
@Component
class Robots implements AccountKind {

    static final ChannelId GROUPS = new ChannelId("wecom-group");
    static final String SEND = "webhook/send";
    static final ChannelId BOTS = new ChannelId("wecom-bot");
    private static final Pattern IN_ADDRESS = Pattern.compile("https://.*[?&]key=([^&]*).*");

    /// @param webhook holds the robot's key: a secret
    record Standing(Corp.Robot robot, Account account, URI webhook) {

        @Override
        public String toString() {
            return robot.toString();
        }
    }

    private final AccountsById<Standing> robots;
    private final AccountsById<CommunityId> bots;
    private final PlatformBases bases;

    @Autowired
    Robots(WecomSettings settings, KeptAccounts kept, PlatformBases bases) {
        this(settings, kept::of, bases);
    }

    /// Those of the settings alone.
    Robots(WecomSettings settings) {
        this(settings, _ -> List.of(), PlatformBases.usual());
    }

    Robots(WecomSettings settings, Function<ChannelId, List<KeptAccount>> kept, PlatformBases bases) {
        this.bases = bases;
        this.robots = new AccountsById<>(configured(settings), () -> kept.apply(GROUPS), this::standing);
        this.bots = new AccountsById<>(hearing(settings), () -> kept.apply(BOTS), KeptAccount::community);
    }

    /// Whose the bots of the settings are.
    private static Map<String, CommunityId> hearing(WecomSettings settings) {
        return settings.corps().stream()
                .flatMap(corp -> corp.bots().stream().map(bot -> Map.entry(bot.id(), corp.communityId())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Standing> configured(WecomSettings settings) {
        return settings.corps().stream()
                .flatMap(corp -> corp.robots().stream().map(robot -> standing(corp, robot)))
                .collect(Collectors.toUnmodifiableMap(it -> it.robot().id(), it -> it));
    }

    @Override
    public ChannelId channel() {
        return GROUPS;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("corp-id"), Field.secret("key"), Field.optional("chat"));
    }

    @Override
    public void read(KeptAccount account) {
        standing(account);
    }

    private Standing standing(KeptAccount it) {
        String chat = it.field("chat");
        var robot = new Corp.Robot(it.id(), key(it.field("key")), chat.isEmpty() ? List.of() : List.of(chat));
        return standing(KeptCorp.of(it, bases.wecom(), List.of(), List.of(), List.of(robot)), robot);
    }

    /// The console shows the whole address of the webhook, and has it copied whole.
    private static String key(String typed) {
        var inAddress = IN_ADDRESS.matcher(typed);
        return inAddress.matches() ? inAddress.group(1) : typed;
    }

    /// The robot that speaks there: of a group of its own, or of one in which a bot hears. Empty where none does.
    Optional<Standing> in(Address group) {
        return all().stream()
                .filter(it -> group.isGroup() && speaksIn(it, group))
                .findFirst();
    }

    List<Standing> all() {
        return List.copyOf(robots.all().values());
    }

    /// Beside a bot only of its own community: whoever makes a robot on a page names any chat.
    private boolean speaksIn(Standing it, Address group) {
        return group.channel().equals(GROUPS) && it.robot().id().equals(group.account())
                || group.channel().equals(BOTS)
                        && it.robot().chats().contains(group.id())
                        && it.account().community().equals(bots.all().get(group.account()));
    }

    private static Standing standing(Corp corp, Corp.Robot robot) {
        URI webhook = TencentApi.address(corp.apiBase(), "/cgi-bin/" + SEND, Map.of("key", robot.key()));
        return new Standing(robot, new Account(GROUPS, robot.id(), corp.communityId()), webhook);
    }
}
