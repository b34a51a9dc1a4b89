package org.linli.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a notice is about; residents may do without single kinds. Stored by name.
public enum Kind {
    /// 停水停电停气
    OUTAGE,
    /// 活动
    ACTIVITY,
    /// 政策
    POLICY,
    /// 安全
    SAFETY,
    /// 招聘
    JOBS,
    /// 投票
    VOTE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty for other words.
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
