package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// What somebody wants to do with a case. Words may be anything that a person typed.
public sealed interface Act {

    /// 接单
    record Accept() implements Act {}

    /// 转办
    record PassOn(String unit, String reason) implements Act {}

    /// 退单: back to the community's desk.
    ///
    /// @param desk the unit id of the desk
    record Return(String desk, String reason) implements Act {}

    /// 答复, without a change of state.
    record Reply(String words) implements Act {}

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

        public static Relocate to(Place place, String detail, Case it, CommunityMap map, String words) {
            var before = it.problem();
            var problem = new Problem(before.label(), place.id(), CaseFacts.spot(map, place), detail, before.words());
            return new Relocate(problem, new Routing(map).route(before.label(), place), words);
        }
    }

    /// 改类别: it was taken for something else than it is. Who takes care stays.
    ///
    /// @param words what the history tells of it
    record Relabel(String label, String words) implements Act {}

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
