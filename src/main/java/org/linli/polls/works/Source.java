package org.linli.polls.works;

/// Where money comes from, or that it was paid out. Stored by name, so never renamed.
public enum Source {
    /// 财政资金
    PUBLIC,
    /// 社会资金
    SOCIETY,
    /// 居民自筹
    RESIDENTS,
    /// 商户赞助
    SHOPS,
    /// 支出
    SPENT;

    public boolean comesIn() {
        return this != SPENT;
    }
}
