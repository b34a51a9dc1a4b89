package org.linli.channels.wecom;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What WeCom allows a corporation, by its page "访问频率限制", and what of it only the operator knows.
///
/// @param accounts      of a corporation (企业的账号数), by its `corp-id`: an app may write 200 times as many letters a
///                      day to members. What is not told is not counted; the platform then says when it is too much
/// @param appchatPeople in an internal group at the most (2 to 2000): so many persons are counted for each message
/// there
/// @param groupTask     how often a customer group may be sent something, as the corporation has set it in the console
@ConfigurationProperties("linli.channels.wecom-limits")
public record WecomLimits(
        @DefaultValue Map<String, Integer> accounts,
        @DefaultValue("2000") int appchatPeople,
        @DefaultValue("once-a-day") GroupTask groupTask) {

    /// By the page "创建企业群发".
    public enum GroupTask {
        ONCE_A_DAY,
        SEVEN_A_WEEK,
        AS_MANY_A_MONTH_AS_IT_HAS_DAYS
    }

    private static final int LETTERS_PER_ACCOUNT = 200;

    public WecomLimits {
        accounts = Map.copyOf(accounts);
        require("accounts", accounts.values().stream().allMatch(it -> it > 0), "numbers above 0");
        require("appchat-people", appchatPeople >= 2 && appchatPeople <= 2000, "2 to 2000");
    }

    /// What the corporation's console sets when nobody says otherwise.
    public static WecomLimits usual() {
        return new WecomLimits(Map.of(), 2000, GroupTask.ONCE_A_DAY);
    }

    /// Empty where nobody has told how many accounts the corporation has.
    public List<Allowance> lettersOfApp(Corp corp, Scope app) {
        Integer many = accounts.get(corp.corpId());
        return many == null
                ? List.of()
                : List.of(new Allowance.Quota(
                        "wecom.app.day", app, Math.multiplyExact(many, LETTERS_PER_ACCOUNT), Allowance.Period.DAY));
    }

    /// Of one interface by one corporation, whatever calls it.
    ///
    /// @param path like `message/send`
    public static List<Allowance> calls(String name, ChannelId channel, Corp corp, String path) {
        Scope calls = Scope.api(channel, corp.corpId(), path);
        return List.of(
                new Rate(name + ".calls.minute", calls, 10_000, Duration.ofMinutes(1)),
                new Rate(name + ".calls.hour", calls, 150_000, Duration.ofHours(1)));
    }

    private static void require(String name, boolean sane, String expected) {
        if (!sane) {
            throw new IllegalArgumentException(
                    "linli.channels.wecom-limits.%s is wrong (expected: %s)".formatted(name, expected));
        }
    }
}
