package org.linli.whistles;

import java.time.Instant;

/// What somebody does about a whistle. Words may be anything that a person typed.
public sealed interface Answer {

    /// 报到
    ///
    /// @param name who comes
    record ReportIn(String name) implements Answer {}

    /// 说进展
    record Tell(String words) implements Answer {}

    /// 办结
    record Finish(String words) implements Answer {}

    /// 不接: whoever is called says why it is not theirs.
    record Refuse(String reason) implements Answer {}

    /// 再吹: the community insists.
    record Insist(String reason, String by, Instant reportBy) implements Answer {}

    /// 撤哨
    record Release(String reason) implements Answer {}

    /// 评价
    record Rate(int stars, String words) implements Answer {}

    /// Nobody came in time: those above are told.
    record Chase() implements Answer {}
}
