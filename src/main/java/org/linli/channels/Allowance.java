package org.linli.channels;

import java.time.Duration;
import java.util.List;

/// Something that a platform allows so many times, as data. Sending draws one of each that a [Way] names.
///
/// Whoever names the same `name` and `scope` draws on the same.
public sealed interface Allowance {

    /// Stored, so it never changes: like `wechat.service`.
    String name();

    Scope scope();

    /// What a person does opens it for a while (48 小时会话窗口). The same act again opens it anew: what is left does not
    /// add up. Several kinds of act open windows of their own side by side.
    record Window(String name, Scope scope, List<Opening> openings) implements Allowance {

        public Window {
            require(!openings.isEmpty(), "a window that nothing opens");
            openings = List.copyOf(openings);
        }
    }

    /// Counted permissions that the person gave for one kind of letter (订阅授权); each sending uses one up.
    ///
    /// @param scene the platform's name for that kind: a template, a scene. [Content.Permits] gives them
    record Grant(String name, Scope scope, String scene) implements Allowance {}

    /// So many in a calendar day, week or month of China's time; a week begins on Monday.
    record Quota(String name, Scope scope, int most, Period period) implements Allowance {

        public Quota {
            require(most > 0, "a quota of nothing");
        }
    }

    /// At most so many within any stretch of that length.
    record Rate(String name, Scope scope, int most, Duration per) implements Allowance {

        public Rate {
            require(most > 0 && per.isPositive(), "a rate of nothing");
        }
    }

    enum Period {
        DAY,
        WEEK,
        MONTH
    }

    /// @param act      by whom the window belongs to
    /// @param messages that may be sent in it
    /// @param lasts    from the act on
    record Opening(Act act, int messages, Duration lasts) {

        public Opening {
            require(messages > 0 && lasts.isPositive(), "an opening of nothing");
        }
    }

    /// Who shares an allowance.
    ///
    /// @param of an address's text, an account as `channel:account`, or `owner:interface`
    record Scope(Kind kind, String of) {

        public enum Kind {
            PERSON,
            GROUP,
            ACCOUNT,
            API
        }

        /// The person or the group that is written to.
        public static Scope receiver(Address to) {
            return new Scope(to.isGroup() ? Kind.GROUP : Kind.PERSON, to.text());
        }

        /// All that our account sends.
        public static Scope account(Address to) {
            return new Scope(Kind.ACCOUNT, to.channel() + ":" + to.account());
        }

        /// The same, without anybody who is written to.
        public static Scope account(Account account) {
            return new Scope(Kind.ACCOUNT, account.channel() + ":" + account.id());
        }

        /// All calls of one interface by one owner, like a corporation with several apps.
        ///
        /// @param path like `message/send`
        public static Scope api(ChannelId channel, String owner, String path) {
            return new Scope(Kind.API, channel + ":" + owner + ":" + path);
        }

        @Override
        public String toString() {
            return kind.name();
        }
    }

    private static void require(boolean sane, String otherwise) {
        if (!sane) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
