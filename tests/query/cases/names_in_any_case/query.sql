SELECT s.productid, ONHAND FROM stocklevels s ORDER BY productid
