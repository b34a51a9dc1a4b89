package org.linli.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// What somebody wants to do with a case. Words may be anything that a person typed.
///
/// What an act does is code; who may do it when, and where it leads, is said by the [Workflow].
public sealed interface Act {

    /// The vocabulary of the files in `templates/workflows`, in the order in which pages offer it.
    enum Kind {
        ACCEPT,
        REPLY,
        ASK,
        RESOLVE,
        PASS_ON,
        /// Somebody by name has it from now on.
        HAND_OVER,
        RETURN,
        DELAY,
        /// A time that staff wrote to a resident counts.
        PROMISE,
        RELABEL,
        /// More or less pressing than it was taken for.
        PRIORITISE,
        REOPEN,
        CLOSE,
        URGE,
        ADD,
        RELOCATE,
        WITHDRAW,
        /// Three stars or more.
        RATE,
        /// One or two stars.
        REJECT,
        UNMASK;

        /// As files and addresses of pages write it: `pass-on`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    default Kind kind() {
        return switch (this) {
            case Accept _ -> Kind.ACCEPT;
            case PassOn _ -> Kind.PASS_ON;
            case HandOver _ -> Kind.HAND_OVER;
            case Return _ -> Kind.RETURN;
            case Reply _ -> Kind.REPLY;
            case Ask _ -> Kind.ASK;
            case Resolve _ -> Kind.RESOLVE;
            case Delay _ -> Kind.DELAY;
            case Promise _ -> Kind.PROMISE;
            case Urge _ -> Kind.URGE;
            case Add _ -> Kind.ADD;
            case Relocate _ -> Kind.RELOCATE;
            case Relabel _ -> Kind.RELABEL;
            case Prioritise _ -> Kind.PRIORITISE;
            case Withdraw _ -> Kind.WITHDRAW;
            case Rate(Rating rating) -> rating.isSatisfied() ? Kind.RATE : Kind.REJECT;
            case Reopen _ -> Kind.REOPEN;
            case Close _ -> Kind.CLOSE;
            case Unmask _ -> Kind.UNMASK;
        };
    }

    /// The note that a workflow may ask for; empty where there is none.
    default String said() {
        return switch (this) {
            case PassOn it -> it.reason();
            case HandOver it -> it.reason();
            case Return it -> it.reason();
            case Reply it -> it.words();
            case Ask it -> it.words();
            case Resolve it -> it.note();
            case Delay it -> it.reason();
            case Promise it -> it.words();
            case Urge it -> it.words();
            case Add it -> it.words();
            case Relocate it -> it.words();
            case Relabel it -> it.words();
            case Prioritise it -> it.reason();
            case Withdraw it -> it.words();
            case Rate it -> it.rating().words();
            case Reopen it -> it.words();
            case Close it -> it.words();
            case Accept _, Unmask _ -> "";
        };
    }

    /// The pictures that a workflow may ask for.
    default List<String> shown() {
        return switch (this) {
            case Resolve it -> it.pictures();
            case Add it -> it.pictures();
            case Accept _,
                    PassOn _,
                    HandOver _,
                    Prioritise _,
                    Return _,
                    Reply _,
                    Ask _,
                    Delay _,
                    Promise _,
                    Urge _,
                    Relocate _ -> List.of();
            case Relabel _, Withdraw _, Rate _, Reopen _, Close _, Unmask _ -> List.of();
        };
    }

    /// 接单
    record Accept() implements Act {}

    /// 转办
    record PassOn(String unit, String reason) implements Act {}

    /// 交接、指派: the state stays.
    ///
    /// @param member the id of whoever has it from now on
    record HandOver(String member, String reason) implements Act {}

    /// 退单: back to the community's desk.
    ///
    /// @param desk the unit id of the desk
    record Return(String desk, String reason) implements Act {}

    /// 答复, without a change of state.
    record Reply(String words) implements Act {}

    /// 请居民补充: the resident is asked something, and until they answer no clock runs.
    record Ask(String words) implements Act {}

    /// 办结
    ///
    /// @param pictures ids of kept pictures; may be empty
    record Resolve(String note, List<String> pictures) implements Act {
        public Resolve {
            pictures = List.copyOf(pictures);
        }
    }

    /// 延期: it takes longer than was promised.
    ///
    /// @param reason may be empty
    record Delay(Instant dueAt, String reason) implements Act {}

    /// 承诺: a time that was written to the resident becomes a clock of the case.
    ///
    /// @param dueAt `null` where no time was understood
    record Promise(@Nullable Instant dueAt, String words) implements Act {}

    /// 催办
    record Urge(String words) implements Act {}

    /// 补充
    record Add(String words, List<String> pictures) implements Act {
        public Add {
            pictures = List.copyOf(pictures);
        }
    }

    /// 更正地点: it is elsewhere, so perhaps somebody else's.
    ///
    /// @param problem with the new place
    /// @param routed  who takes care there
    record Relocate(Problem problem, Routing.Routed routed, String words) implements Act {

        public static Relocate to(Place place, String detail, Case it, CommunityMap map, String words, Instant now) {
            var before = it.problem();
            var problem = new Problem(before.label(), place.id(), CaseFacts.spot(map, place), detail, before.words());
            var routing =
                    new Routing(map).toldIn(it.reporter().group(), it.course().kind());
            return new Relocate(problem, routing.route(before.label(), place, now), words);
        }
    }

    /// 改类别: it was taken for something else than it is. Who takes care stays.
    ///
    /// @param words what the history tells of it
    record Relabel(String label, String words) implements Act {}

    /// 定紧急程度: what becomes more pressing is due sooner; nothing is ever due later by it.
    record Prioritise(Priority priority, String reason) implements Act {}

    /// 撤回
    ///
    /// @param othersWait whether neighbours have joined: then the case goes on without its reporter
    record Withdraw(String words, boolean othersWait) implements Act {}

    /// 评价: one or two stars open the case again.
    record Rate(Rating rating) implements Act {}

    /// 重开
    record Reopen(String words) implements Act {}

    /// 归档
    record Close(String words) implements Act {}

    /// Look at personal data. Changes nothing but is written down.
    record Unmask() implements Act {}
}
