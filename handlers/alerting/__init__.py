"""Who is asked: lawyers by the steps of the policy, coordinators by asks."""
