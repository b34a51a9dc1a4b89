package org.linli.polls.rounds;

/// On which of the three levels a proposal is deliberated (三级协商). Stored by name, so never renamed.
public enum Tier {
    /// 楼栋: its neighbours talk about it.
    BUILDING,
    /// 社区: enough support it, so the committee reviews it.
    COMMUNITY,
    /// 街道: so many support it that the street hears of it.
    STREET;

    public boolean isAbove(Tier other) {
        return compareTo(other) > 0;
    }
}
