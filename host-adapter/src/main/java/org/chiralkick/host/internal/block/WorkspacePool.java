package org.chiralkick.host.internal.block;

import java.util.Arrays;

/** The workspaces of a coupling: as many as threads ever evaluated at once. Taking one is a compare-and-set. */
public final class WorkspacePool {
    private volatile Workspace[] all = {};

    /** Returns a workspace that nobody else has; give it back by {@link Workspace#giveBack}. */
    Workspace take() {
        Workspace[] there = all;
        if (there.length > 0) {
            // Threads start their search at different places, so each usually finds "its" workspace, warm in its cache.
            int start = (int) (Thread.currentThread().getId() % there.length);
            for (int i = 0; i < there.length; i++) {
                Workspace workspace = there[(start + i) % there.length];
                if (workspace.tryTake()) {
                    return workspace;
                }
            }
        }
        return oneMore();
    }

    private synchronized Workspace oneMore() {
        Workspace workspace = new Workspace();
        workspace.tryTake();
        Workspace[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = workspace;
        all = more;
        return workspace;
    }

    /** Returns all workspaces; read what they counted only while no evaluation runs. */
    public Workspace[] all() {
        return all;
    }
}
